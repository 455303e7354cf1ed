using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Controllers;

/// <summary>The results of controllers, for any number of readers, and the last ones for a status page.</summary>
/// <remarks>
/// Whoever runs controllers adds each result. Nothing here waits for readers: one that is too slow misses the oldest results,
/// and its <see cref="ReportReader{T}.Dropped"/> tells how many. Safe to share between threads.
/// </remarks>
public sealed partial class ControllerReports : IObjectObserver<ImageStream>
{
    private readonly ReportReaders<ImportReport> _imports;
    private readonly ReportReaders<TriggerReaction> _reactions;
    private readonly Lock _gate = new();
    private readonly LastImports _lastImports;
    private readonly Queue<TriggerReaction> _lastReactions = [];
    private readonly int _keptReactions;

    /// <summary>Creates the reports, without any result.</summary>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public ControllerReports(ControllerReportsOptions? options = null)
    {
        options ??= new ControllerReportsOptions();
        OptionsErrors.ThrowIfAny(options);

        _imports = new ReportReaders<ImportReport>(options.ReaderCapacity);
        _reactions = new ReportReaders<TriggerReaction>(options.ReaderCapacity);
        _moves = new ReportReaders<TagMoveReport>(options.ReaderCapacity);
        _lastImports = new LastImports(options.KeptStreams);
        _keptReactions = options.KeptReactions;
    }

    /// <summary>The last import report of each stream, the oldest first; a copy.</summary>
    public ValueList<ImportReport> LastImports
    {
        get
        {
            lock (_gate)
            {
                return _lastImports.All.ToValueList();
            }
        }
    }

    /// <summary>The last reactions, the oldest first; a copy.</summary>
    public ValueList<TriggerReaction> LastReactions
    {
        get
        {
            lock (_gate)
            {
                return _lastReactions.ToValueList();
            }
        }
    }

    /// <summary>Adds the report of an import.</summary>
    /// <param name="report">The report.</param>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    public void Add(ImportReport report)
    {
        ArgumentNullException.ThrowIfNull(report);

        lock (_gate)
        {
            _lastImports.Set(report);
        }

        _imports.Write(report);
    }

    /// <summary>Adds the reaction of a trigger controller.</summary>
    /// <param name="reaction">The reaction.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reaction"/> is null.</exception>
    public void Add(TriggerReaction reaction)
    {
        ArgumentNullException.ThrowIfNull(reaction);

        lock (_gate)
        {
            _lastReactions.Enqueue(reaction);
            if (_lastReactions.Count > _keptReactions)
            {
                _lastReactions.Dequeue();
            }
        }

        _reactions.Write(reaction);
    }

    /// <summary>Finds the last import report of a stream; null when there is none.</summary>
    /// <param name="stream">The name of the stream, with its namespace.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public ImportReport? FindLastImport(ImageStreamName stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        lock (_gate)
        {
            return _lastImports.Find(stream);
        }
    }

    /// <summary>Reads the reports of imports that are added from the beginning of an enumeration on.</summary>
    /// <param name="cancellationToken">A token to end all enumerations of the reader.</param>
    /// <returns>A reader, whose enumerations end with an <see cref="OperationCanceledException"/> only.</returns>
    public ReportReader<ImportReport> ReadImportsAsync(CancellationToken cancellationToken = default) =>
        new(_imports, cancellationToken);

    /// <summary>Reads the reactions that are added from the beginning of an enumeration on.</summary>
    /// <param name="cancellationToken">A token to end all enumerations of the reader.</param>
    /// <returns>A reader, whose enumerations end with an <see cref="OperationCanceledException"/> only.</returns>
    public ReportReader<TriggerReaction> ReadReactionsAsync(CancellationToken cancellationToken = default) =>
        new(_reactions, cancellationToken);

    /// <summary>Forgets the last import report of a stream that was deleted.</summary>
    /// <param name="stream">The name of the stream, with its namespace.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public void Remove(ImageStreamName stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        lock (_gate)
        {
            _lastImports.Remove(stream);
        }
    }

    /// <summary>Changes of streams have no effect on reports.</summary>
    void IObjectObserver<ImageStream>.Observe(ImageStream value)
    {
    }

    void IObjectObserver<ImageStream>.Remove(ImageStream value) => Remove(ImageStreamName.From(value));
}
