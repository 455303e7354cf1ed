using ImageStreams.Collections;

namespace ImageStreams.Triggers;

/// <summary>One evaluation of a build configuration's triggers, one after the other.</summary>
internal sealed class BuildTriggerEvaluation(BuildConfig buildConfig, ITagLookup tags)
{
    private readonly List<BuildTriggerOutcome> _outcomes = [];

    /// <summary>
    /// What fired, by its reference: a second trigger of the same one asks no more, and adds no cause.
    /// </summary>
    private readonly Dictionary<ObjectReference, string> _fired = [];

    private readonly Dictionary<(string Namespace, string Name), string?> _recorded = Recorded(buildConfig);

    private readonly List<BuildTriggerCause> _causes = [];
    private BuildRequest? _request;

    public BuildDecision Decision => _request is null
        ? new BuildDecision.NoBuild { Triggers = _outcomes.ToValueList() }
        : new BuildDecision.Build
        {
            Triggers = _outcomes.ToValueList(),
            Request = _request with { TriggeredBy = _causes.ToValueList() },
        };

    public void Add(int index, ImageChangeTrigger trigger)
    {
        var from = trigger.From ?? buildConfig.Spec.Strategy.From;
        var outcome = new BuildTriggerOutcome { Index = index, From = from, Verdict = TriggerVerdict.NoReference };
        _outcomes.Add(from is null ? outcome : Judge(outcome, trigger, from));
    }

    private BuildTriggerOutcome Judge(BuildTriggerOutcome outcome, ImageChangeTrigger trigger, ObjectReference from)
    {
        // The kind of a strategy's own image is not looked at; a name with a colon is taken for a tag.
        if (trigger.From is not null && from.Kind != ReferenceKinds.ImageStreamTag)
        {
            return outcome with { Verdict = TriggerVerdict.NotATag };
        }

        if (trigger.Paused)
        {
            return outcome with { Verdict = TriggerVerdict.Paused };
        }

        var isKnown = _fired.TryGetValue(from, out var pullSpec);
        pullSpec ??= tags.Find(NamespaceOf.Reference(from.Namespace, buildConfig.Metadata.Namespace), from.Name ?? "").PullSpec;
        if (pullSpec is null)
        {
            return outcome with { Verdict = TriggerVerdict.Unresolved };
        }

        outcome = outcome with { PullSpec = pullSpec, LastPullSpec = LastTriggered(trigger, from, pullSpec) };
        if ((outcome.LastPullSpec ?? "") == pullSpec)
        {
            return outcome with { Verdict = TriggerVerdict.Unchanged };
        }

        if (!isKnown)
        {
            Fire(from, pullSpec);
        }

        return outcome with { Verdict = TriggerVerdict.Fires };
    }

    private void Fire(ObjectReference from, string pullSpec)
    {
        _fired[from] = pullSpec;
        _request ??= new BuildRequest
        {
            Metadata = new ObjectMeta { Name = buildConfig.Metadata.Name, Namespace = buildConfig.Metadata.Namespace },
            TriggeredByImage = ObjectReference.DockerImage(pullSpec),
            From = from,
        };
        _causes.Add(new BuildTriggerCause
        {
            Message = BuildTriggerCause.ImageChangeMessage,
            ImageChangeBuild = new ImageChangeCause { ImageId = pullSpec, FromRef = from },
        });
    }

    /// <summary>The pull spec that the trigger fired for last: this one, where any record of it says so.</summary>
    private string? LastTriggered(ImageChangeTrigger trigger, ObjectReference from, string pullSpec)
    {
        var key = trigger.From is not null || from.Kind == ReferenceKinds.ImageStreamTag ? from : ObjectReference.Default;
        var last = _recorded.GetValueOrDefault((key.Namespace ?? "", key.Name ?? ""));
        return last == pullSpec || string.IsNullOrEmpty(trigger.LastTriggeredImageId) ? last : trigger.LastTriggeredImageId;
    }

    /// <summary>What the status says of each tag; of two entries for one tag the first counts.</summary>
    private static Dictionary<(string Namespace, string Name), string?> Recorded(BuildConfig buildConfig)
    {
        var recorded = new Dictionary<(string Namespace, string Name), string?>();
        foreach (var status in buildConfig.Status.ImageChangeTriggers)
        {
            recorded.TryAdd((status.From.Namespace ?? "", status.From.Name ?? ""), status.LastTriggeredImageId);
        }

        return recorded;
    }
}
