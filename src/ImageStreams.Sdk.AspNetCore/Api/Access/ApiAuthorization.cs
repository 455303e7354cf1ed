namespace ImageStreams.AspNetCore;

/// <summary>The ways in which a served API decides on rights.</summary>
public enum ApiAuthorization
{
    /// <summary>Not set: everything is allowed as long as nobody logs in, and an error otherwise.</summary>
    Unset,

    /// <summary>Everybody who is let in may do everything.</summary>
    AllowAll,

    /// <summary>Roles and their bindings: see <see cref="RbacPolicy"/>.</summary>
    Rbac,
}
