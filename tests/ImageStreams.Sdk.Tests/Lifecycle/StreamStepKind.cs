namespace ImageStreams.Tests.Lifecycle;

/// <summary>What may happen to a stream.</summary>
internal enum StreamStepKind
{
    Follow,
    FollowElsewhere,
    Pin,
    TrackImage,
    PassOn,
    Forget,
    AskAgain,
    Push,
    WriteStatus,
    ImportSucceeds,
    ImportFails,
    Delete,
}
