namespace ImageStreams.Registries;

/// <summary>One error as a registry reports it (OCI distribution 1.1, "Error Codes").</summary>
/// <remarks>The texts come from the registry: capped, with control characters removed and secrets blanked
/// out.</remarks>
public sealed record RegistryError
{
    /// <summary>The code, such as <c>MANIFEST_UNKNOWN</c>; empty when the registry left it out.</summary>
    public string Code { get; init; } = "";

    /// <summary>The registry's explanation; empty when it gave none.</summary>
    public string Message { get; init; } = "";

    /// <summary>The registry's detail as JSON text; empty when it gave none.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Returns <c>CODE: message</c>.</summary>
    public override string ToString() => (Code, Message) switch
    {
        (_, "") => Code,
        ("", _) => Message,
        _ => $"{Code}: {Message}",
    };
}
