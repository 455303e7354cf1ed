using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>How the image of a tag is imported.</summary>
[WireObject]
public sealed partial record TagImportPolicy
{
    /// <summary>Whether an unverified certificate, and plain HTTP, are good enough.</summary>
    [WireField("insecure", OmitEmpty = true)]
    public bool Insecure { get; init; }

    /// <summary>Whether the tag is checked again and again.</summary>
    [WireField("scheduled", OmitEmpty = true)]
    public bool Scheduled { get; init; }

    /// <summary>What becomes of an index (a manifest list).</summary>
    [WireField("importMode", OmitEmpty = true)]
    public ImportMode ImportMode { get; init; }

    private static readonly TagImportPolicy Legacy = new() { ImportMode = ImportMode.Legacy };

    /// <summary>The policy with what an API server fills in where no import mode is named.</summary>
    /// <param name="importMode">The mode to fill in; <see cref="ImportMode.Legacy"/> when not set.</param>
    public TagImportPolicy WithDefaults(ImportMode importMode = default)
    {
        if (ImportMode != default)
        {
            return this;
        }

        return importMode == default && this == Default
            ? Legacy
            : this with { ImportMode = importMode == default ? ImportMode.Legacy : importMode };
    }
}
