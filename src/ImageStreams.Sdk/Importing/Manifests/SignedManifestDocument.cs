using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>The signatures of a schema 1 manifest.</summary>
[WireObject]
internal sealed partial record SignedManifestDocument
{
    [WireField("signatures")]
    public ValueList<ManifestSignature> Signatures { get; init; }
}
