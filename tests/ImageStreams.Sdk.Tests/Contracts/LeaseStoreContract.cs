using ImageStreams.Storage;

namespace ImageStreams.Tests.Contracts;

/// <summary>The contract of every <see cref="ILeaseStore"/>; each store runs it in a class of its own.</summary>
public abstract class LeaseStoreContract
{
    /// <summary>A store that has no leases when the test begins.</summary>
    protected abstract ILeaseStore Leases { get; }

    /// <summary>A duration that does not end during a test unless <see cref="PassAsync"/> lets it.</summary>
    protected virtual TimeSpan Term => TimeSpan.FromSeconds(30);

    /// <summary>Lets a time pass by the clock of the store.</summary>
    protected abstract Task PassAsync(TimeSpan time);

    [ContractFact]
    public async Task A_free_lease_is_acquired_with_term_1()
    {
        var lease = await AcquireAsync("shard/7", "one");

        Assert.Equal(("shard/7", "one", 1), (lease.Name, lease.Holder, lease.Term));
        Assert.Equal([lease], await Leases.ListAsync());
    }

    [ContractFact]
    public async Task A_lease_of_another_holder_is_not_acquired()
    {
        var lease = await AcquireAsync("shard/7", "one");

        Assert.Null(await Leases.TryAcquireAsync("shard/7", "two", Term));
        Assert.Equal([lease], await Leases.ListAsync());
    }

    [ContractFact]
    public async Task A_renewal_keeps_the_term_and_moves_the_end()
    {
        var lease = await AcquireAsync("shard/7", "one");
        await PassAsync(Term / 2);

        var renewed = await AcquireAsync("shard/7", "one");
        await PassAsync(Term * 0.75);

        Assert.Equal(lease.Term, renewed.Term);
        Assert.True(renewed.Expires >= lease.Expires + (Term / 2));
        Assert.Null(await Leases.TryAcquireAsync("shard/7", "two", Term));
    }

    [ContractFact]
    public async Task A_renewal_can_shorten_a_lease()
    {
        await AcquireAsync("shard/7", "one", Term * 100);

        await AcquireAsync("shard/7", "one", Term);
        await PassAsync(Term);

        Assert.Equal(2, (await AcquireAsync("shard/7", "two")).Term);
    }

    [ContractFact]
    public async Task An_expired_lease_is_free_and_its_next_term_is_higher()
    {
        await AcquireAsync("shard/7", "one");
        await PassAsync(Term);

        Assert.Empty(await Leases.ListAsync());
        Assert.Equal(2, (await AcquireAsync("shard/7", "two")).Term);
        Assert.Null(await Leases.TryAcquireAsync("shard/7", "one", Term));
    }

    [ContractFact]
    public async Task A_holder_that_comes_too_late_acquires_its_lease_anew()
    {
        await AcquireAsync("shard/7", "one");
        await PassAsync(Term);

        Assert.Equal(2, (await AcquireAsync("shard/7", "one")).Term);
    }

    [ContractFact]
    public async Task A_released_lease_is_free_and_its_next_term_is_higher()
    {
        var lease = await AcquireAsync("shard/7", "one");

        Assert.True(await Leases.ReleaseAsync(lease));

        Assert.Empty(await Leases.ListAsync());
        Assert.False(await Leases.ReleaseAsync(lease));
        Assert.Equal(2, (await AcquireAsync("shard/7", "two")).Term);
    }

    [ContractFact]
    public async Task A_renewed_lease_is_released_by_its_earlier_copy()
    {
        var lease = await AcquireAsync("shard/7", "one");
        await AcquireAsync("shard/7", "one");

        Assert.True(await Leases.ReleaseAsync(lease));
        Assert.Empty(await Leases.ListAsync());
    }

    [ContractFact]
    public async Task A_lost_lease_is_not_released()
    {
        var lost = await AcquireAsync("shard/7", "one");
        await PassAsync(Term);
        Assert.False(await Leases.ReleaseAsync(lost));

        var held = await AcquireAsync("shard/7", "two");

        Assert.False(await Leases.ReleaseAsync(lost));
        Assert.False(await Leases.ReleaseAsync(lost with { Term = held.Term }));
        Assert.False(await Leases.ReleaseAsync(lost with { Name = "shard/8" }));
        Assert.Equal([held], await Leases.ListAsync());
    }

    [ContractFact]
    public async Task A_lease_that_was_acquired_anew_is_not_released_by_its_former_term()
    {
        var former = await AcquireAsync("shard/7", "one");
        await PassAsync(Term);
        var held = await AcquireAsync("shard/7", "one");

        Assert.False(await Leases.ReleaseAsync(former));
        Assert.Equal([held], await Leases.ListAsync());
    }

    [ContractFact]
    public async Task Leases_are_listed_by_the_beginning_of_their_names_and_in_order()
    {
        foreach (var name in (string[])["shard/2", "replica/b", "shard/10", "Shard/1", "shard_3", "shard%"])
        {
            await AcquireAsync(name, "one");
        }

        Assert.Equal(["shard/10", "shard/2"], (await Leases.ListAsync("shard/")).Select(lease => lease.Name));
        Assert.Equal(["shard_3"], (await Leases.ListAsync("shard_")).Select(lease => lease.Name));
        Assert.Equal(
            ["Shard/1", "replica/b", "shard%", "shard/10", "shard/2", "shard_3"],
            (await Leases.ListAsync()).Select(lease => lease.Name));
    }

    [ContractFact]
    public async Task One_of_many_holders_at_the_same_time_acquires_a_lease()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(
            i => Task.Run(async () => await Leases.TryAcquireAsync("shard/7", $"holder-{i}", Term))));

        Assert.Equal(await Leases.ListAsync(), answers.OfType<Lease>());
    }

    [ContractFact]
    public async Task Empty_names_and_durations_are_refused()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Leases.TryAcquireAsync("", "one", Term));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Leases.TryAcquireAsync("shard/7", "", Term));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await Leases.TryAcquireAsync("shard/7", "one", TimeSpan.Zero));
        Assert.Empty(await Leases.ListAsync());
    }

    private Task<Lease> AcquireAsync(string name, string holder) => AcquireAsync(name, holder, Term);

    private async Task<Lease> AcquireAsync(string name, string holder, TimeSpan duration)
    {
        var lease = await Leases.TryAcquireAsync(name, holder, duration);
        Assert.NotNull(lease);
        return lease;
    }
}
