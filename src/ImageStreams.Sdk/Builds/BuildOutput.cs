using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>The output of a build.</summary>
[WireObject]
public sealed partial record BuildOutput
{
    /// <summary>The tag of a stream or the repository that the image is pushed to; null when it is not pushed.</summary>
    [WireField("to", OmitEmpty = true)]
    public ObjectReference? To { get; init; }

    /// <summary>Creates a copy with the defaults that an API server sets for fields that a manifest leaves out.</summary>
    /// <remarks>An output without a kind and one of the kind <c>ImageStream</c> become the tag <c>latest</c> of that
    /// stream.</remarks>
    /// <returns>The copy; the same object when no field is left out.</returns>
    public BuildOutput WithDefaults()
    {
        var to = To is null ? null : BuildReferences.CompleteOutput(To);
        return ReferenceEquals(to, To) ? this : this with { To = to };
    }

    /// <summary>Returns the tag or repository.</summary>
    public override string ToString() => To?.ToString() ?? "";
}
