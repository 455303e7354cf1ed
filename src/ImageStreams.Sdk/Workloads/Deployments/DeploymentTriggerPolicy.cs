using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>One trigger of a deployment configuration.</summary>
[WireObject]
public sealed partial record DeploymentTriggerPolicy
{
    /// <summary>The type of an image-change trigger.</summary>
    public const string ImageChangeType = "ImageChange";

    /// <summary>The type of a config-change trigger.</summary>
    public const string ConfigChangeType = "ConfigChange";

    /// <summary>The type: <c>ImageChange</c> or <c>ConfigChange</c>.</summary>
    [WireField("type", OmitEmpty = true)]
    public string? Type { get; init; }

    /// <summary>The parameters of an image-change trigger.</summary>
    [WireField("imageChangeParams", OmitEmpty = true)]
    public DeploymentTriggerImageChangeParams? ImageChangeParams { get; init; }

    /// <summary>Returns the type and the tag.</summary>
    public override string ToString() => ImageChangeParams is { } change ? $"{Type} of {change.From}" : Type ?? "";

    /// <summary>Creates a copy with the defaults of its tag; the same object when it has all of them.</summary>
    /// <param name="ns">The namespace of the deployment configuration.</param>
    internal DeploymentTriggerPolicy WithDefaults(string? ns)
    {
        var change = ImageChangeParams?.WithDefaults(ns);
        return ReferenceEquals(change, ImageChangeParams) ? this : this with { ImageChangeParams = change };
    }
}
