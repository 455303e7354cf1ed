namespace ImageStreams.AspNetCore;

/// <summary>Options about who may do what in a served API.</summary>
/// <remarks>
/// <para>By default nobody logs in: every request of this machine is one of <c>system:admin</c>, who may do everything, and requests of
/// other machines are refused. Any way of logging in turns that off, and needs <see cref="Authorization"/>.</para>
/// <para>All options but the delegates bind from configuration. Read once, when the API is mapped.</para>
/// </remarks>
public sealed class ImageApiAccessOptions
{
    /// <summary>True to let everybody on the network in as <c>system:admin</c> while nobody logs in; false, the default, for this machine
    /// only.</summary>
    /// <remarks>Not needed when the endpoints require authorization of ASP.NET Core, which then decides.</remarks>
    public bool AllowRemoteWithoutLogin { get; set; }

    /// <summary>Bearer tokens and their users; none by default.</summary>
    public IList<ApiTokenOptions> Tokens { get; } = new List<ApiTokenOptions>();

    /// <summary>The function that returns who knows other bearer tokens; null, the default, for nobody. Called when the API is mapped. Set
    /// in code only.</summary>
    public Func<IApiTokenReviewer>? GetTokenReviewer { get; set; }

    /// <summary>Logging in by client certificates; off by default.</summary>
    public ClientCertificateLoginOptions ClientCertificates { get; } = new();

    /// <summary>Logging in by the headers of an aggregator in front; off by default.</summary>
    public RequestHeaderLoginOptions RequestHeaders { get; } = new();

    /// <summary>Logging in by the schemes of ASP.NET Core; off by default.</summary>
    public AspNetCoreLoginOptions AspNetCore { get; } = new();

    /// <summary>True to admit requests without credentials as <c>system:anonymous</c>; false, the default, to refuse them with 401.
    /// Needs <see cref="ApiAuthorization.Rbac"/> or an authorizer of your own.</summary>
    public bool AllowAnonymous { get; set; }

    /// <summary>The way in which rights are decided on; not set by default.</summary>
    public ApiAuthorization Authorization { get; set; }

    /// <summary>Bindings of the roles of <see cref="RbacPolicy.CreateDefault"/> to users and groups, for
    /// <see cref="ApiAuthorization.Rbac"/>; none by default.</summary>
    public IList<RoleBindingOptions> RoleBindings { get; } = new List<RoleBindingOptions>();

    /// <summary>The function that returns the authorizer; null, the default, for <see cref="Authorization"/>. Called when the API is
    /// mapped. Set in code only.</summary>
    public Func<IApiAuthorizer>? GetAuthorizer { get; set; }

    /// <summary>Gets a value indicating whether users log in at all.</summary>
    internal bool HasLogin => Tokens.Count > 0 || GetTokenReviewer is not null || ClientCertificates.IsOn || RequestHeaders.IsOn
        || AspNetCore.Enabled;
}
