using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>The parameters of an image-change trigger, which rolls out when a tag moves to another image.</summary>
[WireObject]
public sealed partial record DeploymentTriggerImageChangeParams
{
    /// <summary>Gets a value indicating whether a new image is deployed automatically.</summary>
    [WireField("automatic", OmitEmpty = true)]
    public bool Automatic { get; init; }

    /// <summary>The containers that get the image.</summary>
    [WireField("containerNames", OmitEmpty = true)]
    public ValueList<string> ContainerNames { get; init; }

    /// <summary>The tag.</summary>
    [WireField("from")]
    public ObjectReference From { get; init; } = ObjectReference.Default;

    /// <summary>The pull spec that was last deployed.</summary>
    [WireField("lastTriggeredImage", OmitEmpty = true)]
    public string? LastTriggeredImage { get; init; }

    /// <summary>Returns the tag.</summary>
    public override string ToString() => From.ToString();

    /// <summary>The tag, in the form in which OpenShift reads it, whatever the spelling.</summary>
    /// <remarks>No kind means a tag; a stream means the tag in its name, or else its tag <c>latest</c>.</remarks>
    internal ObjectReference CompleteFrom => From.Kind switch
    {
        ReferenceKinds.ImageStream or ReferenceKinds.ImageRepository => From.Name?.Contains(':', StringComparison.Ordinal) == true
            ? From with { Kind = ReferenceKinds.ImageStreamTag }
            : From.WithLatestTag(),
        _ => From.WithDefaultKind(),
    };

    /// <summary>Creates a copy with the kind, the tag and the namespace that an API server fills in.</summary>
    /// <param name="ns">The namespace of the deployment configuration.</param>
    /// <returns>The copy; the same object when nothing is left out.</returns>
    internal DeploymentTriggerImageChangeParams WithDefaults(string? ns)
    {
        var source = CompleteFrom;
        if (string.IsNullOrEmpty(source.Namespace) && !string.IsNullOrEmpty(ns))
        {
            source = source with { Namespace = ns };
        }

        return ReferenceEquals(source, From) ? this : this with { From = source };
    }
}
