using ImageStreams.Builds;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Testing.Simulation;

/// <summary>Runs builds: each takes its build time, and those of one build configuration follow its run policy.</summary>
internal sealed class BuildSimulator(WorldOptions options, WorldLog log, WorldFaults faults, TimeProvider timeProvider)
{
    private const string LatestOnly = "SerialLatestOnly";
    private const string Parallel = "Parallel";
    private const string Pipeline = "JenkinsPipeline";
    private const string MissingOutput = "The stream that its image goes to does not exist.";
    private const string AwaitsEarlier = "An earlier build has not ended.";
    private const string AwaitsTurn = "As many builds run as are allowed at a time.";

    private readonly List<SimulatedBuild> _all = [];
    private readonly List<int> _waiting = [];
    private readonly List<int> _running = [];
    private readonly Queue<int> _ended = [];

    /// <summary>Called when a build has ended, in whatever way.</summary>
    public required Action<SimulatedBuild> ReportEnd { get; init; }

    /// <summary>The images of tags.</summary>
    public required ITagLookup Tags { get; init; }

    /// <summary>All builds, in the order in which they were requested.</summary>
    public IReadOnlyList<SimulatedBuild> All => _all;

    /// <summary>Requests a build.</summary>
    /// <returns>The build configuration that records the build; null when the base image does not exist.</returns>
    public BuildConfig? Start(BuildConfig buildConfig, BuildRequest request)
    {
        if (!TryFindBase(buildConfig, out var baseImage))
        {
            return null;
        }

        var recorded = BuildTriggers.RecordBuild(buildConfig, request, Timestamp.Now(timeProvider), Tags);
        var build = new SimulatedBuild
        {
            BuildConfig = recorded,
            Number = recorded.Status.LastVersion,
            TriggeredBy = request.TriggeredBy,
            BaseImage = baseImage,
            Requested = timeProvider.GetUtcNow(),
        };
        log.Add(
            new WorldEvent.BuildRequested { Object = GetTriggerObject(build), Build = build.Name, Reason = GetReason(request) });
        CancelOlder(build);
        _all.Add(build);
        _waiting.Add(_all.Count - 1);
        return recorded;
    }

    /// <summary>Starts the builds that need not wait any longer; returns true when there was one.</summary>
    /// <param name="streams">The streams that exist.</param>
    public bool Run(IReadOnlyDictionary<ImageStreamName, ImageStream> streams)
    {
        var begun = false;
        foreach (var number in _waiting.ToList())
        {
            var reason = FindReasonToWait(number, streams);
            if (reason is null)
            {
                begun = true;
                Begin(number);
            }
            else if (_all[number].Reason != reason)
            {
                _all[number] = _all[number] with { Reason = reason };
                log.Add(new WorldEvent.BuildWaiting { Object = GetTriggerObject(_all[number]), Build = _all[number].Name, Reason = reason });
            }
        }

        return begun;
    }

    /// <summary>Takes the next completed build, with the image that it created; null when there is none.</summary>
    public (SimulatedBuild Build, SyntheticImage Image)? TakeCompleted()
    {
        while (_ended.TryDequeue(out var number))
        {
            _running.Remove(number);
            if (End(number) is { } image)
            {
                return (_all[number], image);
            }
        }

        return null;
    }

    private static TriggerObject GetTriggerObject(SimulatedBuild build) => TriggerObject.From(build.BuildConfig);

    /// <summary>Returns the namespace of a reference; that of the build configuration when it names none.</summary>
    private static string GetNamespace(ObjectReference reference, BuildConfig buildConfig) =>
        reference.NamespaceOr(buildConfig.Namespace);

    private static string GetReason(BuildRequest request) => string.Join("; ", request.TriggeredBy.Select(cause =>
        cause.ImageChangeBuild is { } change ? $"{cause.Message}, {change.FromRef?.Name} is {change.ImageId}" : cause.Message));

    private bool TryFindBase(BuildConfig buildConfig, out string? pullSpec)
    {
        var from = buildConfig.Spec.Strategy.From;
        if (from is not { Kind: ReferenceKinds.ImageStreamTag })
        {
            pullSpec = from?.Name;
            return true;
        }

        pullSpec = Tags.Find(GetNamespace(from, buildConfig), from.Name ?? "").PullSpec;
        return pullSpec is not null;
    }

    /// <summary>Cancels the waiting builds that a new one replaces, when the policy runs only the latest build.</summary>
    private void CancelOlder(SimulatedBuild next)
    {
        if (next.BuildConfig.Spec.RunPolicy != LatestOnly)
        {
            return;
        }

        foreach (var number in _waiting.Where(number => HasSameBuildConfig(number, next)).ToList())
        {
            _waiting.Remove(number);
            Conclude(number, SimulatedBuildPhase.Cancelled, $"{next.Name} was requested.");
        }
    }

    private string? FindReasonToWait(int number, IReadOnlyDictionary<ImageStreamName, ImageStream> streams)
    {
        var build = _all[number];
        if (FindOutput(build.BuildConfig) is { } output && !streams.ContainsKey(output.StreamName))
        {
            return MissingOutput;
        }

        if (build.BuildConfig.Spec.RunPolicy != Parallel && HasEarlier(number))
        {
            return AwaitsEarlier;
        }

        return _running.Count < (options.MaxRunningBuilds ?? int.MaxValue) ? null : AwaitsTurn;
    }

    /// <summary>Finds the tag that a build pushes its image to; null when it pushes elsewhere, or not at all.</summary>
    public static ImageStreamTagName? FindOutput(BuildConfig buildConfig) =>
        FindOutputReference(buildConfig) is { Kind: ReferenceKinds.ImageStreamTag } to
        && ImageStreamTagName.TrySplit(to.Name ?? "", out var stream, out var tag)
            ? ImageStreamTagName.FromParts(GetNamespace(to, buildConfig), stream, tag)
            : null;

    /// <summary>Finds the output in its normal form; null for a pipeline, which pushes nothing.</summary>
    public static ObjectReference? FindOutputReference(BuildConfig buildConfig)
    {
        var spec = buildConfig.WithDefaults().Spec;
        return spec.Strategy.Type == Pipeline ? null : spec.Output.To;
    }

    private bool HasEarlier(int number) =>
        _running.Concat(_waiting.Where(other => other < number)).Any(other => HasSameBuildConfig(other, _all[number]));

    private bool HasSameBuildConfig(int number, SimulatedBuild build) =>
        GetTriggerObject(_all[number]) == GetTriggerObject(build);

    private void Begin(int number)
    {
        var build = _all[number] = _all[number] with
        {
            Phase = SimulatedBuildPhase.Running,
            Started = timeProvider.GetUtcNow(),
            Reason = null,
        };
        _waiting.Remove(number);
        _running.Add(number);
        timeProvider.CreateTimer(
            _ => _ended.Enqueue(number), null, options.BuildTime(build.BuildConfig), Timeout.InfiniteTimeSpan);
    }

    private SyntheticImage? End(int number)
    {
        var metadata = _all[number].BuildConfig.Metadata;
        if (faults.FailsToBuild(metadata.Namespace ?? "", metadata.Name ?? ""))
        {
            Conclude(number, SimulatedBuildPhase.Failed, "The build failed.");
            return null;
        }

        var image = options.BuildImage(_all[number]);
        var build = _all[number] = _all[number] with
        {
            Phase = SimulatedBuildPhase.Complete,
            Finished = timeProvider.GetUtcNow(),
            Image = image.Digest,
        };
        log.Add(new WorldEvent.BuildCompleted { Object = GetTriggerObject(build), Build = build.Name, Image = image.Digest });
        ReportEnd(build);
        return image;
    }

    private void Conclude(int number, SimulatedBuildPhase phase, string reason)
    {
        var build = _all[number] = _all[number] with { Phase = phase, Finished = timeProvider.GetUtcNow(), Reason = reason };
        log.Add(new WorldEvent.BuildFailed
        {
            Object = GetTriggerObject(build),
            Build = build.Name,
            Reason = reason,
            IsCancelled = phase == SimulatedBuildPhase.Cancelled,
        });
        ReportEnd(build);
    }
}
