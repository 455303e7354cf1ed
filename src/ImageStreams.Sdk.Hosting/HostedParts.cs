using ImageStreams.Controllers;

namespace ImageStreams.Hosting;

/// <summary>The parts that the host runs; those that were not asked for are null.</summary>
internal sealed record HostedParts(
    Reflector<ImageStream> Feed,
    StreamRouter Streams,
    ControllerLoops Loops,
    StateKeeper State,
    StateReader Reader,
    ImportWorker? Imports,
    TriggerWorker? Triggers,
    TagPolicyWorker? Policies,
    ShardWorker? Shards,
    PauseWorker? Pauses,
    IImportDuty? Duty);
