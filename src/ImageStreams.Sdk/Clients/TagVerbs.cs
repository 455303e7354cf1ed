namespace ImageStreams.Clients;

/// <summary>What people do with tags every day.</summary>
public static class TagVerbs
{
}
