using ImageStreams.Storage;

namespace ImageStreams.Tests.Storage;

/// <summary>The explorer finds planted faults, each of a few steps.</summary>
public sealed class ExplorerTests
{
    [Fact]
    public void Explore_TwoThreadsOfThreeSteps_PlaysEveryInterleaving()
    {
        var orders = new HashSet<string>();

        var (schedules, failure) = Explorer.Explore(() => Recording(orders), Explorer.Unbounded);

        Assert.Null(failure);
        Assert.Equal(20, orders.Count); // 6! / (3! 3!)
        Assert.True(schedules >= orders.Count);
    }

    [Fact]
    public void Explore_LostUpdate_IsFound()
    {
        var (_, failure) = Explorer.Explore(LosingAnUpdate, Explorer.Unbounded);

        Assert.Contains("lost", failure, StringComparison.Ordinal);
    }

    // A watcher that looks first and subscribes to the signal afterwards misses a signal between the two.
    [Fact]
    public void Explore_LostWakeUp_IsFoundWithOnePreemption()
    {
        var (_, failure) = Explorer.Explore(LosingAWakeUp, preemptions: 1);

        Assert.Contains("No actor can continue", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Explore_WaitThatSpins_IsFound()
    {
        var (_, failure) = Explorer.Explore(() => [Spin], Explorer.Unbounded);

        Assert.Contains("does not end", failure, StringComparison.Ordinal);
    }

    private static List<Action> Recording(HashSet<string> orders)
    {
        var order = "";
        var left = 2;
        void Act(char name)
        {
            for (var i = 0; i < 3; i++)
            {
                StoreSteps.Reached(StoreStep.ReadLatest);
                order += name;
            }

            _ = --left == 0 && orders.Add(order);
        }

        return [() => Act('a'), () => Act('b')];
    }

    private static List<Action> LosingAnUpdate()
    {
        var (count, left) = (0, 2);
        void Increment()
        {
            var read = count;
            StoreSteps.Reached(StoreStep.PublishRevision);
            count = read + 1;
            Assert.True(--left > 0 || count == 2, "An update is lost.");
        }

        return [Increment, Increment];
    }

    private static List<Action> LosingAWakeUp()
    {
        var (value, bell) = (0, new TaskCompletionSource());
        void Write()
        {
            StoreSteps.Reached(StoreStep.PublishRevision);
            value = 1;
            StoreSteps.Reached(StoreStep.WakeWatchers);
            bell.SetResult();
            bell = new TaskCompletionSource();
        }

        void Watch()
        {
            StoreSteps.Reached(StoreStep.ReadLatest);
            while (value == 0)
            {
                StoreSteps.Reached(StoreStep.Subscribe);
                StoreSteps.Waiting(bell.Task);
            }
        }

        return [Watch, Write];
    }

    private static void Spin()
    {
        while (true)
        {
            StoreSteps.Reached(StoreStep.ReadLatest);
        }
    }
}
