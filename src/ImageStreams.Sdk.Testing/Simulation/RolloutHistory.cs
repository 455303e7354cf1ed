using ImageStreams.Collections;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Testing.Simulation;

/// <summary>The rollouts of every workload.</summary>
internal sealed class RolloutHistory(WorldLog log, TimeProvider timeProvider)
{
    private readonly Dictionary<TriggerObject, SimulatedRollout> _latest = [];
    private readonly List<SimulatedRollout> _all = [];

    /// <summary>All rollouts, oldest first.</summary>
    public IReadOnlyList<SimulatedRollout> All => _all;

    /// <summary>Finds the latest rollout of a workload; null before the first.</summary>
    public SimulatedRollout? Find(TriggerObject target) => _latest.GetValueOrDefault(target);

    /// <summary>Rolls a workload out if its pods differ from the running ones.</summary>
    /// <returns>True when the workload was rolled out.</returns>
    public bool RollOutIfChanged(TriggerObject target, Workload workload)
    {
        if (PodTemplate.Find(workload) is not { } template || Find(target)?.Template == template)
        {
            return false;
        }

        Add(target, workload, template);
        return true;
    }

    /// <summary>Removes the running pods of a deleted workload; its rollouts are kept.</summary>
    public void Remove(TriggerObject target) => _latest.Remove(target);

    private void Add(TriggerObject target, Workload workload, string template)
    {
        var rollout = new SimulatedRollout
        {
            Object = target,
            Revision = (Find(target)?.Revision ?? 0) + 1,
            Time = timeProvider.GetUtcNow(),
            Images = PodTemplate.Images(workload).ToValueList(),
            Template = template,
        };
        _latest[target] = rollout;
        _all.Add(rollout);
        log.Add(new WorldEvent.RolledOut { Object = target, Revision = rollout.Revision, Images = rollout.Images });
    }
}
