namespace ImageStreams.Testing.Protocol;

/// <summary>The accounts and tokens of a registry.</summary>
internal sealed record AccessRule
{
    public static readonly AccessRule Open = new();

    public AccessScheme Scheme { get; init; }

    public string UserName { get; init; } = "";

    public string Password { get; init; } = "";

    public bool AllowsAnonymous { get; init; }

    public TimeSpan TokenLifetime { get; init; }

    public bool Accepts((string UserName, string Password)? login) => login == (UserName, Password);
}
