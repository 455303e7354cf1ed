using ImageStreams.Builds;
using ImageStreams.Collections;

namespace ImageStreams.Triggers;

/// <summary>Evaluates the triggers of a build configuration one after the other.</summary>
internal sealed class BuildTriggerEvaluation(BuildConfig buildConfig, ITagLookup tags)
{
    private readonly List<BuildTriggerOutcome> _outcomes = new(buildConfig.Spec.Triggers.Count);

    private readonly FiredReferences _fired = new();
    private readonly RecordedPullSpecs _recorded = new(buildConfig.Status.ImageChangeTriggers);
    private BuildRequest? _request;

    public BuildTriggerResult Result => _request is null
        ? new BuildTriggerResult.NoBuild { Triggers = _outcomes.ToValueList() }
        : new BuildTriggerResult.BuildRequired
        {
            Triggers = _outcomes.ToValueList(),
            Request = _request with { TriggeredBy = _fired.Causes },
        };

    public void Add(int index, ImageChangeTrigger trigger)
    {
        var from = trigger.From ?? buildConfig.Spec.Strategy.From;
        _outcomes.Add(from is null
            ? new BuildTriggerOutcome { Index = index, Status = TriggerStatus.NoReference }
            : Evaluate(index, trigger, from));
    }

    private BuildTriggerOutcome Evaluate(int index, ImageChangeTrigger trigger, ObjectReference from)
    {
        // OpenShift does not check the kind of the strategy's own image: a name with a colon is read as a tag.
        if (trigger.From is not null && from.Kind != ReferenceKinds.ImageStreamTag)
        {
            return CreateOutcome(index, from, TriggerStatus.NotATag);
        }

        if (trigger.Paused)
        {
            return CreateOutcome(index, from, TriggerStatus.Paused);
        }

        var known = _fired.Find(from);
        var pullSpec = known ?? tags.Find(from.NamespaceOr(buildConfig.Namespace), from.Name ?? "").PullSpec;
        return pullSpec is null
            ? CreateOutcome(index, from, TriggerStatus.Unresolved)
            : CompareWithLast(index, trigger, from, pullSpec, isKnown: known is not null);
    }

    private BuildTriggerOutcome CompareWithLast(
        int index, ImageChangeTrigger trigger, ObjectReference from, string pullSpec, bool isKnown)
    {
        var last = FindLastPullSpec(trigger, from, pullSpec);
        var fires = (last ?? "") != pullSpec;
        if (fires && !isKnown)
        {
            Fire(from, pullSpec);
        }

        return new BuildTriggerOutcome
        {
            Index = index,
            From = from,
            PullSpec = pullSpec,
            LastPullSpec = last,
            Status = fires ? TriggerStatus.Fires : TriggerStatus.Unchanged,
        };
    }

    private static BuildTriggerOutcome CreateOutcome(int index, ObjectReference from, TriggerStatus status) =>
        new() { Index = index, From = from, Status = status };

    private void Fire(ObjectReference from, string pullSpec)
    {
        _request ??= new BuildRequest
        {
            Metadata = new ObjectMeta { Name = buildConfig.Metadata.Name, Namespace = buildConfig.Metadata.Namespace },
            TriggeredByImage = ObjectReference.DockerImage(pullSpec),
            From = from,
        };
        _fired.Add(from, pullSpec);
    }

    /// <summary>Finds the pull spec for which the trigger fired last; the given one when any record of the trigger has
    /// it.</summary>
    private string? FindLastPullSpec(ImageChangeTrigger trigger, ObjectReference from, string pullSpec)
    {
        var key = trigger.From is not null || from.Kind == ReferenceKinds.ImageStreamTag ? from : ObjectReference.Default;
        var last = _recorded.Find(key);
        return last == pullSpec || string.IsNullOrEmpty(trigger.LastTriggeredImageId) ? last : trigger.LastTriggeredImageId;
    }
}
