namespace ImageStreams.Manifests;

/// <summary>Finds what edits do to the items of one sequence.</summary>
internal sealed class SequencePlan(EditPlan plan, EditContext context, ContainerEdit container)
{
    public void Visit(EditNode edits)
    {
        if (edits.Entries.Count > 0)
        {
            throw EditErrors.TypeMismatch(edits.Request);
        }

        var starts = ChildStarts.Find(context, container);
        var count = container.Children.Count;
        var length = count;
        foreach (var (index, child) in edits.Items)
        {
            if (index < count)
            {
                EditItem(index, child, starts[index]);
            }
            else
            {
                Append(child, index == length++);
            }
        }

        foreach (var insertion in edits.Insertions)
        {
            container.Add(new ContainerAddition(insertion.GetOffset(count), null, insertion.Value));
        }
    }

    private void EditItem(int index, EditNode child, int start)
    {
        var node = container.Children[index];
        var slot = context.Tree.Nodes[container.Node].Style == TextNodeStyle.Block ? start + 1 : start;
        if (child.IsRemoval)
        {
            container.Remove(index);
            plan.Touch(node);
        }
        else if (child.Value is { } value)
        {
            plan.Replace(node, slot, value, container.Depth + 1);
        }
        else
        {
            plan.Push(new EditStep(child, node, slot, container.Depth + 1));
        }
    }

    private void Append(EditNode child, bool isNext)
    {
        if (!isNext || child.IsRemoval)
        {
            throw EditErrors.NotFound(child.Request);
        }

        container.Add(new ContainerAddition(container.Children.Count, null, child.Value ?? JsonEditing.Create(child)));
    }
}
