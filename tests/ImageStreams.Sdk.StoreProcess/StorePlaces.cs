using ImageStreams.Storage;

namespace ImageStreams.StoreProcess;

/// <summary>Opens the stores that the process knows.</summary>
internal static class StorePlaces
{
    public static RelationalImageStreamStore Open(string kind, string place) => kind switch
    {
        "sqlite" => new SqliteImageStreamStore(place),
        "postgres" => new PostgreSqlImageStreamStore(place),
        _ => throw new ArgumentException($"The process knows no store '{kind}'.", nameof(kind)),
    };
}
