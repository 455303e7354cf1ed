using ImageStreams.Patching;

namespace ImageStreams.Clients;

/// <summary>The options of a write.</summary>
public sealed record WriteOptions
{
    /// <summary>The manager of fields that are written without <see cref="FieldManager"/>.</summary>
    public const string DefaultFieldManager = "imagestreams-sdk";

    /// <summary>Gets a value indicating whether everything is done except storing the result; false by default.</summary>
    public bool DryRun { get; init; }

    /// <summary>
    /// The name of the writer, who then owns the fields that he sets: up to 128 bytes of printable characters. Null or empty for
    /// <see cref="DefaultFieldManager"/>, except for an apply, which must have a name. Null by default.
    /// </summary>
    public string? FieldManager { get; init; }

    /// <summary>
    /// Gets a value indicating whether an apply takes fields over from their owners, instead of a conflict; false by default.
    /// </summary>
    public bool Force { get; init; }

    /// <summary>The way to treat fields that the API does not have, and fields that are named twice, in patches;
    /// <see cref="FieldValidation.Warn"/> by default.</summary>
    public FieldValidation FieldValidation { get; init; }

    /// <summary>Called for each warning about a write, such as <c>unknown field "spec.tags[0].nmae"</c>; null to drop
    /// warnings. A write that is repeated after a conflict does not repeat its warnings.</summary>
    public Action<string>? OnWarning { get; init; }
}
