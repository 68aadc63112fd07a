"""Why somebody is not let in, or not let on."""

from assistant.access.caller import Role
from corpus.errors import AssistantError


class UnknownCallerError(AssistantError):
    """What was shown to say who calls is no key, or none that still counts."""

    code = "unauthorized"
    status = 401


class EndedSignInError(UnknownCallerError):
    """The cookie of a sign-in that has ended; whoever sends it forgets it with this answer."""

    code = "sign_in_ended"


class NotAllowedError(AssistantError):
    """The caller is known, and their role does not let them do this."""

    code = "forbidden"
    status = 403

    @classmethod
    def needs(cls, role: Role) -> "NotAllowedError":
        """The refusal of what only `role` and the roles above it may do."""
        return cls(f"This needs a key of the role {role}: sign in with one, or ask your operator for it.")


class OtherOriginError(NotAllowedError):
    """A page of another site sent what only our own pages may send in a reader's name."""

    code = "other_origin"
