using System.Globalization;
using ImageStreams.Clients;

namespace ImageStreams.Tests.Builders;

/// <summary>Names that are numbered, and the same in every run.</summary>
internal sealed class SequentialNaming : IObjectNaming
{
    private int _uids;
    private int _suffixes;

    public string CreateUid() =>
        string.Create(CultureInfo.InvariantCulture, $"00000000-0000-0000-0000-{Interlocked.Increment(ref _uids):D12}");

    public string CreateSuffix() => string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _suffixes):D5}");
}
