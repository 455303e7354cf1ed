using System.Globalization;
using ImageStreams.StoreProcess;

// write sqlite PATH WRITERS
// write postgres CONNECTION-STRING WRITERS   writes until it is killed, or until its input ends, and prints each acknowledged write
// replica postgres CONNECTION-STRING         runs the controllers, until it is killed or until its input ends
using var end = new CancellationTokenSource();
switch (args)
{
    case ["write", var kind, var place, var writers]:
        var store = StorePlaces.Open(kind, place);
        await using (store.ConfigureAwait(false))
        {
            var work = Enumerable.Range(0, int.Parse(writers, CultureInfo.InvariantCulture))
                .Select(writer => Task.Run(() => new CountingWriter(store, $"w{writer}").RunAsync(end.Token)))
                .ToList();
            await Console.In.ReadToEndAsync().ConfigureAwait(false);
            await end.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(work).ConfigureAwait(false);
        }

        return 0;
    case ["replica", "postgres", var connectionString]:
        using (var host = ReplicaHost.Create(connectionString))
        {
            await host.StartAsync().ConfigureAwait(false);
            await Console.In.ReadToEndAsync().ConfigureAwait(false);
            await host.StopAsync().ConfigureAwait(false);
        }

        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "Usage: write (sqlite|postgres) PLACE WRITERS, or replica postgres CONNECTION-STRING").ConfigureAwait(false);
        return 2;
}
