using ImageStreams.Storage;

namespace ImageStreams.Tests.Contracts;

/// <summary>The contract of every <see cref="IStateStore"/>; each store runs it in a class of its own.</summary>
public abstract class StateStoreContract
{
    /// <summary>A store that is empty when the test begins.</summary>
    protected abstract IStateStore State { get; }

    [ContractFact]
    public async Task A_section_without_records_is_empty() => Assert.Empty(await State.ReadAsync("imports"));

    [ContractFact]
    public async Task Records_are_read_as_they_were_written()
    {
        StateRecord[] records =
        [
            new("imports", "shop/ruby", """{"tags":[]}"""),
            new("imports", "shop/ü", "\"\u2028 and a line\nbreak, a quote ' and 😀\""),
            new("imports", "shop/z", ""),
        ];

        await State.WriteAsync(records);

        Assert.Equal([records[0], records[2], records[1]], await State.ReadAsync("imports"));
    }

    [ContractFact]
    public async Task Records_are_ordered_by_the_UTF8_bytes_of_their_keys()
    {
        string[] keys = ["\U0001F600", "\uFF21", "b", "B", "a/b", "a.b", "é"];

        await State.WriteAsync([.. keys.Select(key => new StateRecord("imports", key, "1"))]);

        var read = (await State.ReadAsync("imports")).Select(record => record.Key);
        Assert.Equal(["B", "a.b", "a/b", "b", "é", "\uFF21", "\U0001F600"], read);
    }

    [ContractFact]
    public async Task Sections_and_keys_differ_by_case_and_do_not_mix()
    {
        await State.WriteAsync([new("imports", "a", "1"), new("Imports", "a", "2"), new("imports", "A", "3")]);

        Assert.Equal([new("imports", "A", "3"), new("imports", "a", "1")], await State.ReadAsync("imports"));
        Assert.Equal([new("Imports", "a", "2")], await State.ReadAsync("Imports"));
    }

    [ContractFact]
    public async Task A_write_replaces_the_records_of_its_keys_alone()
    {
        await State.WriteAsync([new("imports", "a", "1"), new("imports", "b", "1")]);

        await State.WriteAsync([new("imports", "b", "2")]);

        Assert.Equal([new("imports", "a", "1"), new("imports", "b", "2")], await State.ReadAsync("imports"));
    }

    [ContractFact]
    public async Task A_record_without_a_value_removes_its_key()
    {
        await State.WriteAsync([new("imports", "a", "1"), new("imports", "b", "1")]);

        await State.WriteAsync([new("imports", "a", null), new("imports", "never-written", null)]);

        Assert.Equal([new("imports", "b", "1")], await State.ReadAsync("imports"));
    }

    [ContractFact]
    public async Task The_last_record_of_a_key_counts()
    {
        await State.WriteAsync(
            [new("imports", "a", "1"), new("imports", "a", "2"), new("imports", "b", "1"), new("imports", "b", null)]);

        Assert.Equal([new("imports", "a", "2")], await State.ReadAsync("imports"));
    }

    [ContractFact]
    public async Task A_write_of_nothing_is_done() => await State.WriteAsync([]);

    [ContractFact]
    public async Task Empty_sections_and_keys_are_refused_and_nothing_is_written()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await State.ReadAsync(""));
        await Assert.ThrowsAnyAsync<ArgumentException>(
            async () => await State.WriteAsync([new("imports", "a", "1"), new("imports", "", "1")]));
        await Assert.ThrowsAnyAsync<ArgumentException>(
            async () => await State.WriteAsync([new("imports", "a", "1"), new("", "a", "1")]));

        Assert.Empty(await State.ReadAsync("imports"));
    }

    [ContractFact]
    public async Task A_write_of_thousands_of_records_is_read_whole()
    {
        StateRecord[] records = [.. Enumerable.Range(0, 5000).Select(i => new StateRecord("imports", $"shop/s{i:d5}", $"{i}"))];

        await State.WriteAsync(records);

        Assert.Equal(records, await State.ReadAsync("imports"));
    }

    [ContractFact]
    public async Task Writers_at_the_same_time_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(() => WriteAllAsync(writer))));

        Assert.Equal(16 * 20, (await State.ReadAsync("imports")).Count);
    }

    [ContractFact]
    public async Task A_canceled_write_writes_nothing()
    {
        var canceled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await State.WriteAsync([new("imports", "a", "1")], canceled));

        Assert.Empty(await State.ReadAsync("imports"));
    }

    private async Task WriteAllAsync(int writer)
    {
        for (var i = 0; i < 20; i++)
        {
            await State.WriteAsync([new("imports", $"{writer}/{i}", $"{i}")]);
        }
    }
}
