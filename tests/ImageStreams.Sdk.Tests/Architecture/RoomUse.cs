namespace ImageStreams.Tests.Architecture;

/// <summary>A name in one room that means a type of another room.</summary>
internal sealed record RoomUse(string From, string To, string Type, string Place);
