namespace ImageStreams.Registries;

/// <summary>One error in the response of a registry (OCI distribution 1.1, "Error Codes").</summary>
public sealed record RegistryError
{
    /// <summary>The code, such as <c>MANIFEST_UNKNOWN</c>; empty when the registry sent none.</summary>
    public string Code { get; init; } = "";

    /// <summary>The message; empty when the registry sent none.</summary>
    public string Message { get; init; } = "";

    /// <summary>The detail as JSON text; empty when the registry sent none.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Returns <c>CODE: message</c>.</summary>
    public override string ToString() => (Code, Message) switch
    {
        (_, "") => Code,
        ("", _) => Message,
        _ => $"{Code}: {Message}",
    };
}
