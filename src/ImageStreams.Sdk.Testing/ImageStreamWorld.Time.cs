using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Testing.Simulation;

namespace ImageStreams.Testing;

/// <content>The passage of time.</content>
/// <remarks><code>
///            ┌────────────────────────────── until it is idle ───────────────────────────────┐
///            ▼                                                                               │
/// builds that end ─▶ pushes ─▶ changes of streams ─▶ imports that are due ─▶ triggers ─▶ builds
/// </code></remarks>
public sealed partial class ImageStreamWorld
{
    /// <summary>Advances the clock, and runs everything that becomes due, each at its own time.</summary>
    /// <param name="time">The time to advance; not negative.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    public Task AdvanceAsync(TimeSpan time, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);

        // Without a synchronization context of the caller, code that awaits a timer continues on the thread that moves the clock.
        return Task.Run(() => AdvanceToAsync(_clock.GetUtcNow() + time, cancellationToken), cancellationToken);
    }

    /// <summary>Runs everything that is due now, without advancing the clock.</summary>
    public Task SettleAsync() => AdvanceAsync(TimeSpan.Zero);

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other : one;

    private async Task AdvanceToAsync(DateTimeOffset end, CancellationToken cancellationToken)
    {
        await RunUntilIdleAsync().ConfigureAwait(false);
        while (NextDue() is { } due && due <= end)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _clock.MoveTo(due);
            await RunUntilIdleAsync().ConfigureAwait(false);
        }

        _clock.MoveTo(end);
    }

    private DateTimeOffset? NextDue() =>
        Earlier(Earlier(_clock.NextTimer, _policies.NextDue), Earlier(_imports.NextDue, _objects.Triggers.NextDue));

    private async Task RunUntilIdleAsync()
    {
        bool isBusy;
        do
        {
            isBusy = await FinishBuildsAsync().ConfigureAwait(false);
            isBusy |= ObserveChanges();
            isBusy |= await ReportImportsAsync().ConfigureAwait(false);
            isBusy |= StartImports();
            isBusy |= await FollowPoliciesAsync().ConfigureAwait(false);
            isBusy |= await ReactAsync().ConfigureAwait(false);
            isBusy |= StartBuilds();
        }
        while (isBusy);
        _streams.ClearMoved();
    }

    private async Task<bool> FinishBuildsAsync()
    {
        var isBusy = false;
        while (_objects.Builds.TakeCompleted() is var (build, image))
        {
            isBusy = true;
            await PushOutputAsync(build, image).ConfigureAwait(false);
        }

        return isBusy;
    }

    private async Task PushOutputAsync(SimulatedBuild build, SyntheticImage image)
    {
        if (BuildSimulator.FindOutput(build.BuildConfig) is { } tag)
        {
            Registry.Push($"{_internalRegistryHostname}/{tag.Namespace}/{tag.Stream}:{tag.Tag}", image);
            await PushToTagAsync(TagPush.ToMapping(tag, _internalRegistryHostname, image)).ConfigureAwait(false);
        }
        else if (BuildSimulator.FindOutputReference(build.BuildConfig)
            is { Kind: ReferenceKinds.DockerImage, Name: { Length: > 0 } name })
        {
            Log.Add(new WorldEvent.Pushed { Name = name, Image = Registry.Push(name, image) });
        }
    }

    private async Task PushToTagAsync(ImageStreamMapping mapping)
    {
        _store.IsPushing = true;
        try
        {
            await Client.Mappings.CreateAsync(mapping).ConfigureAwait(false);
        }
        finally
        {
            _store.IsPushing = false;
        }
    }

    private bool ObserveChanges()
    {
        var isBusy = false;
        while (_store.TakeChange() is { } change)
        {
            isBusy = true;
            _streams.IsPush = change.IsPush;
            _feed.Apply(change.Event);
        }

        return isBusy;
    }

    private bool StartImports()
    {
        var isBusy = false;
        while (_imports.Take() is { } job)
        {
            isBusy = true;
            _importing.Add(_imports.RunAsync(job));
        }

        return isBusy;
    }

    /// <summary>Reports the imports that have ended; those that wait for a registry continue when the clock advances.</summary>
    private async Task<bool> ReportImportsAsync()
    {
        if (_importing.Count > 0 && _clock.NextTimer is null)
        {
            await Task.WhenAny(_importing).ConfigureAwait(false);
        }

        var ended = _importing.FindAll(import => import.IsCompleted);
        _importing.RemoveAll(import => import.IsCompleted);
        foreach (var import in ended)
        {
            LogFailures(await import.ConfigureAwait(false));
        }

        return ended.Count > 0;
    }

    private void LogFailures(ImportReport report)
    {
        if (report.Refusal is { } refusal)
        {
            Log.Add(
                new WorldEvent.ImportInvalid { Stream = report.Job.Stream, Message = refusal.Message ?? refusal.Reason ?? "" });
        }

        foreach (var tag in report.Tags)
        {
            if (!tag.IsSuccess)
            {
                Log.Add(new WorldEvent.ImportFailed
                {
                    Tag = report.Job.Stream.WithTag(tag.Tag),
                    Reason = tag.Status.Reason ?? "",
                    Message = tag.Status.Message ?? "",
                });
            }
        }
    }

    private async Task<bool> ReactAsync()
    {
        var isBusy = false;
        while (await _objects.Triggers.ReactAsync().ConfigureAwait(false) is { } reaction)
        {
            isBusy = true;
            _reactions.Add(reaction);
        }

        return isBusy;
    }

    /// <summary>Starts the builds of new build configurations with a config change trigger, and then those that wait.</summary>
    private bool StartBuilds()
    {
        foreach (var target in _createdBuildConfigs)
        {
            if (_objects.FindBuildConfig(target) is { Status.LastVersion: 0 } buildConfig
                && buildConfig.Spec.Triggers.Any(trigger => trigger.Type == BuildTriggerPolicy.ConfigChangeType)
                && StartBuild(buildConfig, ConfigChangeBuild) is TriggerTargetResult.Refused refused)
            {
                Log.Add(new WorldEvent.Postponed { Object = target, Reason = refused.Message });
            }
        }

        _createdBuildConfigs.Clear();
        return _objects.Builds.Run(_streams.Streams);
    }
}
