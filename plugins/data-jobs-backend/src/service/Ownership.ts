import {
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { Caller } from './Caller';

/** Which entities a user speaks for. */
export class Ownership {
  constructor(private readonly userInfo: UserInfoService) {}

  /** The user and their groups, in lower case; a service is an `InputError`. */
  async refsOf(caller: Caller): Promise<string[]> {
    const principal = caller.credentials.principal as BackstageUserPrincipal;
    if (principal.type !== 'user') {
      throw new InputError(
        'mine: only a user owns jobs, and a service asked; name owners with `owner` instead.',
      );
    }
    const { ownershipEntityRefs } = await this.userInfo.getUserInfo(
      caller.credentials,
    );
    return ownershipEntityRefs.map(ref => ref.toLowerCase());
  }
}
