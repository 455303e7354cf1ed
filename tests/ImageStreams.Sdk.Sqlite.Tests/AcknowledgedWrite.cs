using System.Globalization;

namespace ImageStreams.Tests.Sqlite;

/// <summary>A write that another process has acknowledged.</summary>
internal sealed record AcknowledgedWrite(long Version, string Name, long Count)
{
    public static AcknowledgedWrite Parse(string line)
    {
        var parts = line.Split(' ');
        return new AcknowledgedWrite(
            long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], long.Parse(parts[2], CultureInfo.InvariantCulture));
    }
}
