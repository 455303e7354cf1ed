using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>What a scheduled tag asks for.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Interval">The time from one check to the next.</param>
/// <param name="ChangeInterval">The time from one new image to the next, of those that checks see; endless when there are
/// none.</param>
/// <param name="Cost">What each costs.</param>
internal readonly record struct TagDemand(
    ImageStreamTagName Tag, TimeSpan Interval, TimeSpan ChangeInterval, ImportCost Cost);
