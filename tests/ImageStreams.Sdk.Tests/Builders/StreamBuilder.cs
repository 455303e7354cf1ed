using ImageStreams.Collections;

namespace ImageStreams.Tests.Builders;

/// <summary>Builds a stream tag by tag; the calls after a <c>Tag</c> call apply to that tag.</summary>
internal sealed class StreamBuilder(string name)
{
    public const string Namespace = "shop";

    private readonly List<TagReference> _specTags = [];
    private readonly List<NamedTagEventList> _histories = [];
    private string _repository = "";
    private string? _publicRepository;
    private long _generation = 1;
    private string _tag = "";
    private bool _isLocal;

    public static StreamBuilder AnImageStream(string name = "ruby") => new(name);

    /// <summary>A digest of one repeated hexadecimal digit.</summary>
    public static string Image(char digit) => "sha256:" + new string(digit, 64);

    /// <summary>The pull spec of an image in a repository.</summary>
    public static string PullSpec(char digit, string repository = "quay.io/app/web") => $"{repository}@{Image(digit)}";

    public StreamBuilder AtGeneration(long generation)
    {
        _generation = generation;
        return this;
    }

    public StreamBuilder InRepository(string repository, string? publicRepository = null)
    {
        (_repository, _publicRepository) = (repository, publicRepository);
        return this;
    }

    /// <summary>Plain image names in the namespace mean its tags.</summary>
    public StreamBuilder LendsItsName()
    {
        _isLocal = true;
        return this;
    }

    /// <summary>A spec tag that follows nothing.</summary>
    public StreamBuilder Tag(string tag, long? generation = 1)
    {
        _tag = tag;
        _specTags.Add(new TagReference { Name = tag, Generation = generation });
        return this;
    }

    /// <summary>A tag without a spec tag, as a push creates it.</summary>
    public StreamBuilder PushedTag(string tag)
    {
        _tag = tag;
        return this;
    }

    public StreamBuilder Follows(string from, string? ns = null) =>
        From(new ObjectReference { Kind = ReferenceKinds.ImageStreamTag, Name = from, Namespace = ns });

    public StreamBuilder FollowsImage(string pullSpec) =>
        From(new ObjectReference { Kind = ReferenceKinds.DockerImage, Name = pullSpec });

    public StreamBuilder Pins(string name, string? ns = null) => From(ObjectReference.ImageStreamImage(ns, name));

    public StreamBuilder Scheduled() =>
        ChangeSpecTag(specTag => specTag with { ImportPolicy = specTag.ImportPolicy with { Scheduled = true } });

    public StreamBuilder From(ObjectReference from) => ChangeSpecTag(specTag => specTag with { From = from });

    public StreamBuilder UnderPolicy(ReferencePolicyType type) =>
        ChangeSpecTag(specTag => specTag with { ReferencePolicy = new TagReferencePolicy { Type = type } });

    public StreamBuilder InMode(ImportMode mode) =>
        ChangeSpecTag(specTag => specTag with { ImportPolicy = specTag.ImportPolicy with { ImportMode = mode } });

    public StreamBuilder ChangeSpecTag(Func<TagReference, TagReference> change)
    {
        _specTags[^1] = change(_specTags[^1]);
        return this;
    }

    /// <summary>Adds an older event to the tag's history.</summary>
    public StreamBuilder PointsTo(char image, long generation = 1, string? pullSpec = null) => History(history => history with
    {
        Items = history.Items.Add(AnEvent(image, generation, pullSpec)),
    });

    /// <summary>Sets the time of the tag's events.</summary>
    public StreamBuilder At(DateTimeOffset time) => History(history => history with
    {
        Items = history.Items.Select(item => item with { Created = time }).ToValueList(),
    });

    public StreamBuilder HasFailed(string reason, long generation = 1) => History(history => history with
    {
        Conditions = [AFailure(reason, generation)],
    });

    public ImageStream Build() => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = Namespace, Generation = _generation, ResourceVersion = "7" },
        Spec = new ImageStreamSpec
        {
            Tags = _specTags.ToKeyedList(),
            LookupPolicy = new ImageLookupPolicy { Local = _isLocal },
        },
        Status = new ImageStreamStatus
        {
            DockerImageRepository = _repository,
            PublicDockerImageRepository = _publicRepository,
            Tags = _histories.ToKeyedList(),
        },
    };

    /// <summary>An event of an image; the digit also decides its time.</summary>
    public static TagEvent AnEvent(char image, long generation = 1, string? pullSpec = null) => new()
    {
        Created = new DateTimeOffset(2024, 1, 1 + (image % 28), 0, 0, 0, TimeSpan.Zero),
        DockerImageReference = pullSpec ?? PullSpec(image),
        Image = Image(image),
        Generation = generation,
    };

    public static TagEventCondition AFailure(string reason, long generation = 1) => new()
    {
        Type = TagEventCondition.ImportSuccess,
        Status = ConditionStatus.False,
        Reason = reason,
        Message = $"It is {reason}.",
        Generation = generation,
    };

    private StreamBuilder History(Func<NamedTagEventList, NamedTagEventList> change)
    {
        if (_histories.Count == 0 || _histories[^1].Tag != _tag)
        {
            _histories.Add(new NamedTagEventList { Tag = _tag });
        }

        _histories[^1] = change(_histories[^1]);
        return this;
    }
}
