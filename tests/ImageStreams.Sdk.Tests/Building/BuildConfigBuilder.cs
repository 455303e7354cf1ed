using ImageStreams.Collections;

namespace ImageStreams.Tests.Building;

/// <summary>Builds a build configuration trigger by trigger.</summary>
internal sealed class BuildConfigBuilder
{
    private readonly List<BuildTriggerPolicy> _triggers = [];
    private readonly List<ImageChangeTriggerStatus> _statuses = [];
    private BuildStrategy _strategy = new();

    public static BuildConfigBuilder ABuildConfig() => new();

    public static ObjectReference ATag(string name, string? ns = null) =>
        new() { Kind = ReferenceKinds.ImageStreamTag, Name = name, Namespace = ns };

    public BuildConfigBuilder BuiltFrom(ObjectReference from)
    {
        _strategy = new BuildStrategy { SourceStrategy = new SourceBuildStrategy { From = from } };
        return this;
    }

    /// <summary>An image-change trigger on a reference, or on the strategy's image when null.</summary>
    public BuildConfigBuilder TriggeredBy(ObjectReference? from, string? last = null, bool paused = false)
    {
        var change = new ImageChangeTrigger { From = from, LastTriggeredImageId = last, Paused = paused };
        _triggers.Add(new BuildTriggerPolicy { Type = "ImageChange", ImageChange = change });
        return this;
    }

    public BuildConfigBuilder TriggeredByPush()
    {
        _triggers.Add(new BuildTriggerPolicy { Type = "GitHub" });
        return this;
    }

    public BuildConfigBuilder HasBuilt(string name, string last, string? ns = null)
    {
        var from = new ImageStreamTagReference { Name = name, Namespace = ns };
        _statuses.Add(new ImageChangeTriggerStatus { From = from, LastTriggeredImageId = last });
        return this;
    }

    public BuildConfig Build() => new()
    {
        Metadata = new ObjectMeta { Name = "site", Namespace = StreamBuilder.Namespace },
        Spec = new BuildConfigSpec { Strategy = _strategy, Triggers = _triggers.ToValueList() },
        Status = new BuildConfigStatus { ImageChangeTriggers = _statuses.ToValueList() },
    };
}
