using ImageStreams.Collections;

namespace ImageStreams.Tests.Building;

/// <summary>Builds a build configuration trigger by trigger.</summary>
internal sealed class BuildConfigBuilder(string name)
{
    private readonly List<BuildTriggerPolicy> _triggers = [];
    private readonly List<ImageChangeTriggerStatus> _statuses = [];
    private readonly List<ImageSource> _sources = [];
    private BuildStrategy _strategy = new();
    private ObjectReference? _output;

    public static BuildConfigBuilder ABuildConfig(string name = "site") => new(name);

    public static ObjectReference ATag(string name, string? ns = null) =>
        new() { Kind = ReferenceKinds.ImageStreamTag, Name = name, Namespace = ns };

    public BuildConfigBuilder BuiltFrom(ObjectReference from)
    {
        _strategy = new BuildStrategy { SourceStrategy = new SourceBuildStrategy { From = from } };
        return this;
    }

    public BuildConfigBuilder WithStrategy(BuildStrategy strategy)
    {
        _strategy = strategy;
        return this;
    }

    public BuildConfigBuilder CopiesFrom(ObjectReference from)
    {
        _sources.Add(new ImageSource { From = from });
        return this;
    }

    public BuildConfigBuilder PushesTo(string tag, string? ns = null) => PushesTo(ATag(tag, ns));

    public BuildConfigBuilder PushesTo(ObjectReference to)
    {
        _output = to;
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
        Metadata = new ObjectMeta { Name = name, Namespace = StreamBuilder.Namespace },
        Spec = new BuildConfigSpec
        {
            Strategy = _strategy,
            Triggers = _triggers.ToValueList(),
            Source = new BuildSource { Images = _sources.ToValueList() },
            Output = new BuildOutput { To = _output },
        },
        Status = new BuildConfigStatus { ImageChangeTriggers = _statuses.ToValueList() },
    };
}
