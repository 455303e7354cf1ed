using System.Globalization;
using ImageStreams.Clients;

namespace ImageStreams.Testing.Simulation;

/// <summary>Numbers objects, so that their names are the same in every run.</summary>
internal sealed class SequentialNaming : IObjectNaming
{
    private long _uids;
    private long _suffixes;

    public string CreateUid() =>
        string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{Interlocked.Increment(ref _uids):x12}");

    public string CreateSuffix() =>
        string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _suffixes):x5}");
}
