namespace ImageStreams.Policies;

/// <summary>The result of a gate as it stands on the tag.</summary>
/// <param name="Gate">The gate's name.</param>
/// <param name="Standing">The result.</param>
/// <param name="Until">The time at which it changes by itself, to the second; null for none.</param>
public sealed record TagGateMark(string Gate, TagGateStanding Standing, DateTimeOffset? Until = null);
