using System.Globalization;
using ImageStreams.Clients;

namespace ImageStreams.Tests.Recordings;

/// <summary>Generates the names that the recorded cluster generated: there is one in all scenarios.</summary>
internal sealed class RecordedNaming : IObjectNaming
{
    private int _count;

    public string CreateUid() =>
        "00000000-0000-4000-8000-" + Interlocked.Increment(ref _count).ToString("x12", CultureInfo.InvariantCulture);

    public string CreateSuffix() => "9d77c";
}
