using ImageStreams.Builds;
using ImageStreams.Collections;

namespace ImageStreams.Triggers;

/// <summary>Evaluates the triggers of a build configuration one after the other.</summary>
/// <param name="buildConfig">The build configuration.</param>
/// <param name="tags">The lookup of the images that tags point to.</param>
/// <param name="isStored">True to pass over the triggers that no API server stores.</param>
internal sealed class BuildTriggerEvaluation(BuildConfig buildConfig, ITagLookup tags, bool isStored)
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

    /// <summary>Evaluates a trigger; one that does not concern images has no outcome.</summary>
    public void Add(int index, BuildTriggerPolicy trigger)
    {
        if (trigger.ImageChange is not { } change)
        {
            return;
        }

        var from = change.From ?? buildConfig.Spec.Strategy.From;
        if (isStored && !buildConfig.Spec.Keeps(trigger))
        {
            _outcomes.Add(new BuildTriggerOutcome { Index = index, From = from, Status = GetDroppedStatus(trigger, from) });
            return;
        }

        _outcomes.Add(from is null
            ? new BuildTriggerOutcome { Index = index, Status = TriggerStatus.NoReference }
            : Evaluate(index, change, from));
    }

    private static TriggerStatus GetDroppedStatus(BuildTriggerPolicy trigger, ObjectReference? from)
    {
        if (trigger.KnownType is null)
        {
            return TriggerStatus.UnknownType;
        }

        return from is null ? TriggerStatus.NoReference : TriggerStatus.NotATag;
    }

    private BuildTriggerOutcome Evaluate(int index, ImageChangeTrigger trigger, ObjectReference from)
    {
        // OpenShift's controller does not check the kind of the strategy's own image: a name with a colon is read as a tag.
        if (trigger.From is not null && from.Kind != ReferenceKinds.ImageStreamTag)
        {
            return CreateOutcome(index, from, TriggerStatus.NotATag);
        }

        if (trigger.Paused)
        {
            return CreateOutcome(index, from, TriggerStatus.Paused);
        }

        if (_fired.Find(from) is { } known)
        {
            return CompareWithLast(index, trigger, from, known, isKnown: true);
        }

        var found = tags.Find(from.NamespaceOr(buildConfig.Namespace), from.Name ?? "");
        return found.PullSpec is { } pullSpec
            ? CompareWithLast(index, trigger, from, pullSpec, isKnown: false)
            : CreateOutcome(index, from, found.MissingStatus);
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
