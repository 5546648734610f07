import { answerQuestions } from '../processes/answerQuestions';
import { start } from './start';

answerQuestions({ start });
