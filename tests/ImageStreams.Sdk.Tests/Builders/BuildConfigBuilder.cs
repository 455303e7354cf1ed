using ImageStreams.Builds;
using ImageStreams.Collections;

namespace ImageStreams.Tests.Builders;

/// <summary>Builds a build configuration trigger by trigger.</summary>
internal sealed class BuildConfigBuilder
{
    private readonly List<BuildTriggerPolicy> _triggers = [];
    private readonly List<ImageChangeTriggerStatus> _statuses = [];
    private readonly string _name;
    private readonly string _namespace;
    private BuildStrategy _strategy = new();
    private BuildSource _source = new();
    private ObjectReference? _output;

    private BuildConfigBuilder(string name, string ns) => (_name, _namespace) = (name, ns);

    public static BuildConfigBuilder ABuildConfig(string name = "site", string ns = StreamBuilder.Namespace) => new(name, ns);

    public static ObjectReference ATag(string name, string? ns = null) =>
        new() { Kind = ReferenceKinds.ImageStreamTag, Name = name, Namespace = ns };

    public BuildConfigBuilder BuiltFrom(ObjectReference from)
    {
        _strategy = new BuildStrategy { SourceStrategy = new SourceBuildStrategy { From = from } };
        return this;
    }

    public BuildConfigBuilder BuiltFromGit(string uri, string? branch = null)
    {
        _source = new BuildSource { Git = new GitBuildSource { Uri = uri, Ref = branch } };
        return this;
    }

    public BuildConfigBuilder WithStrategy(BuildStrategy strategy)
    {
        _strategy = strategy;
        return this;
    }

    public BuildConfigBuilder CopiesFrom(ObjectReference from)
    {
        _source = _source with { Images = [.. _source.Images, new ImageSource { From = from }] };
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

    public BuildConfigBuilder TriggeredByPush() => WithTrigger(new BuildTriggerPolicy { Type = "GitHub" });

    public BuildConfigBuilder WithTrigger(BuildTriggerPolicy trigger)
    {
        _triggers.Add(trigger);
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
        Metadata = new ObjectMeta { Name = _name, Namespace = _namespace },
        Spec = new BuildConfigSpec
        {
            Triggers = _triggers.ToValueList(),
            Source = _source,
            Strategy = _strategy,
            Output = new BuildOutput { To = _output },
        },
        Status = new BuildConfigStatus { ImageChangeTriggers = _statuses.ToValueList() },
    };
}
