using ImageStreams.Collections;

namespace ImageStreams.Importing;

/// <content>The imports that run.</content>
public sealed partial class ImportSchedule
{
    /// <summary>The jobs that were taken and not yet reported, by the name of their stream; a copy.</summary>
    public ValueList<ImportJob> Running
    {
        get
        {
            lock (_gate)
            {
                return _streams.Running.OrderBy(static job => job.Stream.ToString(), StringComparer.Ordinal).ToValueList();
            }
        }
    }
}
