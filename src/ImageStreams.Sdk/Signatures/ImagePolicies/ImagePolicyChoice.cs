using ImageStreams.Collections;

namespace ImageStreams.Signatures;

/// <summary>The policies that apply to an image, and why.</summary>
public sealed record ImagePolicyChoice
{
    /// <summary>The scope that applies; empty when none does.</summary>
    public string Scope { get; init; } = "";

    /// <summary>
    /// The requirements, one for each policy of the scope, all of which must be fulfilled; empty when no policy applies. A policy that
    /// cannot be read is a requirement that nothing fulfills.
    /// </summary>
    public ValueList<SignatureRequirement> Requirements { get; init; }

    /// <summary>The reason of the choice, with the policies that do not apply though they name the image.</summary>
    public required string Explanation { get; init; }

    /// <summary>Returns the explanation.</summary>
    public override string ToString() => Explanation;
}
