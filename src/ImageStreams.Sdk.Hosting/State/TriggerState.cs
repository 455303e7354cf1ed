using ImageStreams.Controllers;
using ImageStreams.Storage;

namespace ImageStreams.Hosting;

/// <summary>The state of the trigger controller.</summary>
internal sealed class TriggerState(TriggerController controller) : IStateSource
{
    public IReadOnlyList<string> StateSections { get; } = [TriggerController.StateSection, TriggerController.PauseSection];

    public IReadOnlyList<StateRecord> TakeStateChanges() => controller.TakeStateChanges();

    public void RestoreState(IEnumerable<StateRecord> records) => controller.RestoreState(records);
}
