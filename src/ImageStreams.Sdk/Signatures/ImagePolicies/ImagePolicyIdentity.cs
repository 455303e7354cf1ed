using ImageStreams.Serialization;

namespace ImageStreams.Signatures;

/// <summary>The rule for the name in a signature (<c>signedIdentity</c>).</summary>
[WireObject]
public sealed partial record ImagePolicyIdentity
{
    /// <summary>
    /// The rule: <c>MatchRepoDigestOrExact</c>, <c>MatchRepository</c>, <c>ExactRepository</c> or <c>RemapIdentity</c>.
    /// </summary>
    [WireField("matchPolicy")]
    public string MatchPolicy { get; init; } = "";

    /// <summary>The repository of <c>ExactRepository</c>; null for the others.</summary>
    [WireField("exactRepository", OmitEmpty = true)]
    public ImagePolicyExactRepository? ExactRepository { get; init; }

    /// <summary>The prefixes of <c>RemapIdentity</c>; null for the others.</summary>
    [WireField("remapIdentity", OmitEmpty = true)]
    public ImagePolicyRemapIdentity? RemapIdentity { get; init; }
}
