namespace ImageStreams.AspNetCore;

/// <summary>A bearer token, and the user who has it.</summary>
public sealed class ApiTokenOptions
{
    /// <summary>The token; null, the default, when <see cref="Sha256"/> is set instead.</summary>
    public string? Token { get; set; }

    /// <summary>The SHA-256 hash of the token's UTF-8 bytes, as 64 hexadecimal digits, so that the token itself is in no file; null, the
    /// default, when <see cref="Token"/> is set.</summary>
    public string? Sha256 { get; set; }

    /// <summary>The name of the user; required.</summary>
    public string User { get; set; } = "";

    /// <summary>The UID of the user; empty by default.</summary>
    public string Uid { get; set; } = "";

    /// <summary>The groups of the user besides <c>system:authenticated</c>; none by default.</summary>
    public IList<string> Groups { get; } = new List<string>();

    /// <summary>Returns the user, without the token.</summary>
    public override string ToString() => User;
}
