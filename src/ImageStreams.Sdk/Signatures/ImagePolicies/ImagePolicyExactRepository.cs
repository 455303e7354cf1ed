using ImageStreams.Serialization;

namespace ImageStreams.Signatures;

/// <summary>The repository that a signature must name (<c>exactRepository</c>).</summary>
[WireObject]
public sealed partial record ImagePolicyExactRepository
{
    /// <summary>The repository, such as <c>quay.io/acme/app</c>.</summary>
    [WireField("repository")]
    public string Repository { get; init; } = "";
}
