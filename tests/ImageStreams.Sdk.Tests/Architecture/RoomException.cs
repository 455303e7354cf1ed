namespace ImageStreams.Tests.Architecture;

/// <summary>Types of a later room that an earlier room may use all the same.</summary>
internal sealed record RoomException(string From, string To, IReadOnlyList<string> Types, string Reason);
