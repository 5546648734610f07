export * from './assessPages';
