namespace ImageStreams.Tests.Lifecycle;

/// <summary>The operations on a stream.</summary>
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
