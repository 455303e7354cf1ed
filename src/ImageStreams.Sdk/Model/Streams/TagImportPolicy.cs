using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The import policy of a tag.</summary>
[WireObject(Definition = DefinitionNames.Image + "TagImportPolicy")]
public sealed partial record TagImportPolicy
{
    private static readonly TagImportPolicy Legacy = new() { ImportMode = ImportMode.Legacy };

    /// <summary>Gets a value indicating whether an unverified certificate and plain HTTP are accepted.</summary>
    [WireField("insecure", OmitEmpty = true)]
    public bool Insecure { get; init; }

    /// <summary>Gets a value indicating whether the tag is imported periodically.</summary>
    [WireField("scheduled", OmitEmpty = true)]
    public bool Scheduled { get; init; }

    /// <summary>The import mode of an index (a manifest list).</summary>
    [WireField("importMode", OmitEmpty = true)]
    public ImportMode ImportMode { get; init; }

    /// <summary>Creates a copy with the default that an API server sets: an import mode.</summary>
    /// <param name="importMode">The mode to set; <see cref="ImportMode.Legacy"/> when not set.</param>
    /// <returns>The copy; the same object when the policy has an import mode.</returns>
    public TagImportPolicy WithDefaults(ImportMode importMode = default)
    {
        if (ImportMode != default)
        {
            return this;
        }

        var mode = importMode == default ? ImportMode.Legacy : importMode;
        return mode == ImportMode.Legacy && this == Default ? Legacy : this with { ImportMode = mode };
    }

    /// <summary>Returns the import mode and the flags that are set.</summary>
    public override string ToString() => $"{ImportMode}{(Scheduled ? ", scheduled" : "")}{(Insecure ? ", insecure" : "")}";
}
