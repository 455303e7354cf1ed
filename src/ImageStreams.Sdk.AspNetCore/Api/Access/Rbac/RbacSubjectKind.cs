namespace ImageStreams.AspNetCore;

/// <summary>The kinds of subjects of a binding.</summary>
public enum RbacSubjectKind
{
    /// <summary>A user, by name.</summary>
    User,

    /// <summary>All users of a group.</summary>
    Group,

    /// <summary>A service account.</summary>
    ServiceAccount,
}
