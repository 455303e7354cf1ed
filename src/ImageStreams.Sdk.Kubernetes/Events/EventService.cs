using System.Threading.Channels;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Triggers;
using Microsoft.Extensions.Hosting;

namespace ImageStreams.Kubernetes;

/// <summary>Writes the Events of what the controllers of the host report; it never keeps them waiting.</summary>
/// <param name="reports">The reports.</param>
/// <param name="recorder">The recorder of Events.</param>
/// <param name="streams">The streams.</param>
/// <param name="refer">Refers to an object with triggers.</param>
/// <param name="isEnabled">False to write nothing.</param>
internal sealed class EventService(
    ControllerReports reports, EventRecorder recorder, Reflector<ImageStream> streams, Func<TriggerObject, EventObject> refer, bool isEnabled)
    : IHostedService, IDisposable
{
    private const int Capacity = 256;

    private readonly CancellationTokenSource _stop = new();

    // The newest notes count: when the API is slow, the oldest are dropped.
    private readonly Channel<EventNote> _notes = Channel.CreateBounded<EventNote>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest });

    private Task _running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = isEnabled ? RunAsync() : Task.CompletedTask;
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stop.Dispose();

    private Task RunAsync()
    {
        var imports = reports.ReadImportsAsync(_stop.Token).GetAsyncEnumerator(CancellationToken.None);
        var reactions = reports.ReadReactionsAsync(_stop.Token).GetAsyncEnumerator(CancellationToken.None);
        var moves = reports.ReadTagMovesAsync(_stop.Token).GetAsyncEnumerator(CancellationToken.None);
        return Task.WhenAll(
            Task.Run(() => ReadAsync(imports, report => ReportNotes.Create(report, Refer(report.Job.Stream))), CancellationToken.None),
            Task.Run(() => ReadAsync(moves, Create), CancellationToken.None),
            Task.Run(() => ReadAsync(reactions, Create), CancellationToken.None),
            Task.Run(WriteAsync, CancellationToken.None));
    }

    private async Task ReadAsync<T>(IAsyncEnumerator<T> reports, Func<T, IEnumerable<EventNote>> create)
    {
        await using (reports.ConfigureAwait(false))
        {
            while (await reports.MoveNextAsync().ConfigureAwait(false))
            {
                foreach (var note in create(reports.Current))
                {
                    _notes.Writer.TryWrite(note);
                }
            }
        }
    }

    private async Task WriteAsync()
    {
        await foreach (var note in _notes.Reader.ReadAllAsync(_stop.Token).ConfigureAwait(false))
        {
            await recorder.RecordAsync(note, _stop.Token).ConfigureAwait(false);
        }
    }

    private IEnumerable<EventNote> Create(TriggerReaction reaction) =>
        ReportNotes.Create(reaction, refer(reaction.Object)) is { } note ? [note] : [];

    private IEnumerable<EventNote> Create(TagMoveReport report) =>
        ReportNotes.Create(report, Refer(report.Tag.StreamName)) is { } note ? [note] : [];

    private EventObject Refer(ImageStreamName name) => new(ImageStream.KindName, name.Namespace, name.Name)
    {
        ApiVersion = ImageStream.GroupVersion,
        Uid = streams.Objects.Find(name.Namespace, name.Name)?.Metadata.Uid,
    };
}
