using System.Globalization;
using ImageStreams.StoreProcess;

// write sqlite PATH WRITERS
// write postgres CONNECTION-STRING WRITERS   writes until it is killed, or until its input ends, and prints each acknowledged write
if (args is not ["write", var kind, var place, var writers])
{
    await Console.Error.WriteLineAsync("Usage: write (sqlite|postgres) PLACE WRITERS").ConfigureAwait(false);
    return 2;
}

var store = StorePlaces.Open(kind, place);
await using var _ = store.ConfigureAwait(false);
using var end = new CancellationTokenSource();
var work = Enumerable.Range(0, int.Parse(writers, CultureInfo.InvariantCulture))
    .Select(writer => Task.Run(() => new CountingWriter(store, $"w{writer}").RunAsync(end.Token)))
    .ToList();
await Console.In.ReadToEndAsync().ConfigureAwait(false);
await end.CancelAsync().ConfigureAwait(false);
await Task.WhenAll(work).ConfigureAwait(false);
return 0;
