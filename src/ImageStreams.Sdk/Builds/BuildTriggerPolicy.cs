using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>One trigger of a build configuration.</summary>
[WireObject]
public sealed partial record BuildTriggerPolicy
{
    /// <summary>The type of an image-change trigger.</summary>
    public const string ImageChangeType = "ImageChange";

    /// <summary>The type of a config-change trigger.</summary>
    public const string ConfigChangeType = "ConfigChange";

    /// <summary>The type: <c>ImageChange</c>, <c>ConfigChange</c>, <c>GitHub</c> and others.</summary>
    [WireField("type")]
    public string Type { get; init; } = "";

    /// <summary>The parameters of an image-change trigger.</summary>
    [WireField("imageChange", OmitEmpty = true)]
    public ImageChangeTrigger? ImageChange { get; init; }

    /// <summary>Returns the type and the tag.</summary>
    public override string ToString() => ImageChange?.From is { } from ? $"{Type} of {from}" : Type;

    /// <summary>Creates a copy with the defaults that an API server sets for fields that a manifest leaves out.</summary>
    /// <remarks>The parameters of an image-change trigger, which then watches the base image of the strategy.</remarks>
    /// <returns>The copy; the same object when no field is left out.</returns>
    public BuildTriggerPolicy WithDefaults() => Type == ImageChangeType && ImageChange is null
        ? this with { ImageChange = ImageChangeTrigger.Default }
        : this;
}
