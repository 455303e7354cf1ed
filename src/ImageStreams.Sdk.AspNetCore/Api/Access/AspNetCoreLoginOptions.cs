namespace ImageStreams.AspNetCore;

/// <summary>Options of logging in by the authentication of ASP.NET Core, such as OpenID Connect tokens or cookies.</summary>
/// <remarks>Names and groups that begin with <c>system:</c> are not taken from claims: they belong to the cluster.</remarks>
public sealed class AspNetCoreLoginOptions
{
    /// <summary>True to take the users of ASP.NET Core; false by default.</summary>
    public bool Enabled { get; set; }

    /// <summary>The scheme to ask; null, the default, for the user that <c>UseAuthentication</c> found.</summary>
    public string? Scheme { get; set; }

    /// <summary>The type of the claim with the user's name; null, the default, for the name of the identity.</summary>
    public string? NameClaimType { get; set; }

    /// <summary>The types of the claims with groups; empty, the default, for <c>groups</c> and the identity's roles.</summary>
    public IList<string> GroupClaimTypes { get; } = new List<string>();
}
